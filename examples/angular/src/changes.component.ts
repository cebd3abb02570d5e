import { Component, inject } from '@angular/core';
import { AsyncPipe } from '@angular/common';
import { CompareDocument } from '@reflexbogen/client/documents';
import { Apollo } from 'apollo-angular';

@Component({
  selector: 'example-root',
  imports: [AsyncPipe],
  template: `
    @if (answer | async; as result) {
      @if (result.data?.comparison; as comparison) {
        <main>
          <h1>Was hat sich geändert, bei {{ comparison.panelSize }} Kommunen?</h1>
          <ol>
            @for (delta of comparison.deltas; track $index) {
              <li>{{ delta.sentence }}</li>
            }
          </ol>
        </main>
      } @else {
        <p role="alert">{{ result.error?.message ?? 'Diese Studie gibt es hier nicht.' }}</p>
      }
    } @else {
      <p>Wird geladen …</p>
    }
  `,
})
export class ChangesComponent {
  protected readonly answer = inject(Apollo).query({
    query: CompareDocument,
    variables: { study: 'integration-2021', from: '2017', to: '2018', locale: 'de' },
    errorPolicy: 'all',
  });
}
