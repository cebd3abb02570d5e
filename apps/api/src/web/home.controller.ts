import { Controller, Get, Header } from '@nestjs/common';

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Reflexbogen</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem}code{background:#eee;padding:.1em .3em}</style>
<h1>Reflexbogen</h1>
<p>Reflection sheets of municipalities, year after year, and what changed between them.</p>
<ul>
<li><a href="/graphql">GraphQL</a> (<code>POST /graphql</code>)</li>
<li><a href="/health/ready">Health</a></li>
</ul>
<p>The web app is not built yet. On the terminal: <code>npx reflexbogen compare integration-2021 2017 2018</code></p>
</html>
`;

/** What a browser finds at the root until the web app is there. */
@Controller()
export class HomeController {
  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'")
  home(): string {
    return PAGE;
  }
}
