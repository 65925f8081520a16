/** Said once where the page's own Lit comes second, under a policy that is to be made once. */
console.warn(
  "Kith has the one lit-html policy that this page allows, so the page's own Lit fails. Write data-policy=\"kith\" on Kith's script tag, and kith beside lit-html in trusted-types; or put kith.js after the page's own.",
);

export {};
