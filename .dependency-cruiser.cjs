/** The direction of imports: web, cli -> client, report; api -> exchange, persistence -> domain -> nothing. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  comment: `${from} may import only ${allowed}`,
  from: { path: from, pathNot: '\\.spec\\.ts$' },
  to: { path: '^(apps|libs)/', pathNot: allowed },
});
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'nobody-imports-an-app', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    only('domain-imports-nothing', '^libs/domain/', '^libs/domain/'),
    only('persistence-imports-domain', '^libs/persistence/', '^libs/(persistence|domain)/'),
    only('exchange-imports-domain', '^libs/exchange/', '^libs/(exchange|domain)/'),
    only('client-imports-nothing', '^libs/client/', '^libs/client/'),
    only('testing-stays-below-apps', '^libs/testing/', '^libs/'),
    only('api-imports-libs', '^apps/api/', '^(apps/api/|libs/(domain|persistence|exchange)/)'),
    only('report-imports-nothing', '^libs/report/', '^libs/report/'),
    only('web-imports-client', '^apps/web/', '^(apps/web/|libs/client/)'),
    only('cli-imports-client', '^apps/cli/', '^(apps/cli/|libs/(client|report)/)'),
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment:
        'libs/domain knows no framework, database, clock or file; a rule language and a word comparison are libraries.',
      from: { path: '^libs/domain/', pathNot: '\\.(spec|builders?)\\.ts$' },
      to: { dependencyTypes: ['npm', 'core'], pathNot: ['cel-js', 'node_modules/diff/', '^(node:)?crypto$'] },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: ['\\.spec\\.ts$', '^libs/testing/'] },
      to: { path: '^libs/testing/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.depcruise.json' },
    enhancedResolveOptions: {
      exportsFields: [],
      conditionNames: ['types'],
      mainFields: ['main'],
      extensions: ['.ts', '.js'],
    },
  },
};
