// Angular's own packages are compiled in part; this links them when the page loads. The Angular CLI does it when it builds.
import '@angular/compiler';
import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { HttpLink, InMemoryCache } from '@apollo/client';
import { provideApollo } from 'apollo-angular';
import { ChangesComponent } from './changes.component';

await bootstrapApplication(ChangesComponent, {
  providers: [
    provideZonelessChangeDetection(),
    provideApollo(() => ({ link: new HttpLink({ uri: '/graphql' }), cache: new InMemoryCache() })),
  ],
});
