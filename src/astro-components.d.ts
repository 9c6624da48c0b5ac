// For tools that cannot read .astro files (ESLint's types, plain tsc). `astro check` reads the file
// itself, and holds whoever uses the component to its real props.
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}
