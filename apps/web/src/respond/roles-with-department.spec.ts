import { rolesWithDepartment } from './roles-with-department.js';

const role = (more: object) => ({
  role: 'RESPONDENT' as const,
  study: 'pilot',
  municipality: 'a',
  department: null,
  signatory: false,
  singleAnswers: false,
  ...more,
});

describe('rolesWithDepartment', () => {
  const roles = [
    role({ signatory: true, department: 'welfare' }),
    role({ municipality: 'b', department: 'welfare' }),
    role({ study: 'other', department: 'welfare' }),
    role({ role: 'ANALYST', municipality: null, singleAnswers: true }),
  ];

  it.each([['planning'], [null]])('gives the role of the municipality %s, and no other', (department) => {
    expect(rolesWithDepartment(roles, { study: 'pilot', municipality: 'a' }, department)).toEqual([
      { ...roles[0], department },
      ...roles.slice(1),
    ]);
  });
});
