import { cacheExchange, Client, fetchExchange } from '@urql/core';
import urql from '@urql/vue';
import { createApp } from 'vue';
import Changes from './Changes.vue';

const client = new Client({ url: '/graphql', exchanges: [cacheExchange, fetchExchange], preferGetMethod: false });
createApp(Changes).use(urql, client).mount('#app');
