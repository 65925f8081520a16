import { defineAll } from '@kith/elements';

defineAll();

export * from '@kith/elements';
