/** How custom-elements.json is made: `cem analyze` in packages/elements. Storybook's tables and editors read it. */

/** `RoleBadge` in `role-badge/role-badge.ts` is `kith-role-badge`; registration stands elsewhere and may choose another prefix. */
const tagsByFile = {
  name: 'tags-by-file',
  packageLinkPhase({ customElementsManifest }) {
    for (const { path, declarations = [] } of customElementsManifest.modules) {
      const [, name] = path.match(/^src\/([^/]+)\/\1\.ts$/) ?? [];
      const element = declarations.find(({ kind, superclass }) => name && kind === 'class' && superclass);
      if (element) Object.assign(element, { tagName: `kith-${name}`, customElement: true });
    }
  },
};

/** What nobody outside can reach is not documented. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations = [] } of customElementsManifest.modules) {
      for (const declaration of declarations) {
        declaration.members = declaration.members?.filter(
          ({ name, privacy = 'public' }) => privacy === 'public' && !name.startsWith('#'),
        );
      }
    }
  },
};

/** What the builder calls an attribute, and says of it: `@label` and `@help` of its property. */
const labels = {
  name: 'labels',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassDeclaration(node)) return;
    const declaration = moduleDoc.declarations?.find(({ name }) => name === node.name?.text);
    for (const property of node.members) {
      const said = ts
        .getJSDocTags(property)
        .map(({ tagName, comment }) => [tagName.text, ts.getTextOfJSDocComment(comment)])
        .filter(([name]) => name === 'label' || name === 'help');
      const member = said.length && declaration?.members?.find(({ name }) => name === property.name?.text);
      if (member) Object.assign(member, Object.fromEntries(said));
    }
  },
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations = [] } of customElementsManifest.modules) {
      for (const { attributes = [], members = [] } of declarations) {
        for (const attribute of attributes) {
          const { label, help } = members.find(({ name }) => name === attribute.fieldName) ?? {};
          Object.assign(attribute, label && { label }, help && { help });
        }
      }
    }
  },
};

export default {
  globs: ['src/**/*.ts'],
  exclude: ['src/**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [tagsByFile, labels, publicOnly],
};
