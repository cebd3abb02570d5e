import { jest } from '@jest/globals';
import { getMetadataStorage, IsInt, IsString, Max, Min, ValidateNested, validateSync } from 'class-validator';
import { knowValidations } from './known-validations.js';

class Base {
  @IsInt()
  @Min(1)
  count: unknown;

  @Max(5, { groups: ['few'] })
  size: unknown;

  constructor(count: unknown, size: unknown = 9) {
    this.count = count;
    this.size = size;
  }
}

class Derived extends Base {
  @IsString()
  name: unknown = 3;
}

class Outer {
  @ValidateNested()
  inner = [new Base(0), new Derived('x')];
}

const faultsOf = (value: object, groups?: string[]): unknown =>
  validateSync(value, { forbidUnknownValues: false, ...(groups === undefined ? {} : { groups }) }).map(
    ({ property, constraints, children }) => [property, constraints ?? JSON.stringify(children)],
  );

const all = (): unknown =>
  [new Base(1), new Base(0), new Derived('x'), new Outer(), { plain: true }].flatMap((value) => [
    faultsOf(value),
    faultsOf(value, ['few']),
  ]);

describe('knowValidations', () => {
  it('changes no finding, and looks for what belongs to a class once, however often it is asked to', () => {
    const before = all();
    const storage = getMetadataStorage();
    const looked = jest.spyOn(storage, 'getTargetValidationMetadatas');
    knowValidations();
    knowValidations();
    expect(all()).toEqual(before);
    looked.mockClear();
    expect(all()).toEqual(before);
    // With groups it is looked for each time; without them all classes are known.
    expect(new Set(looked.mock.calls.map(([, , , , groups]) => groups?.[0]))).toEqual(new Set(['few']));
    expect(before).toContainEqual([
      ['name', { isString: 'name must be a string' }],
      ['count', { isInt: 'count must be an integer number', min: 'count must not be less than 1' }],
      ['size', { max: 'size must not be greater than 5' }],
    ]);
  });
});
