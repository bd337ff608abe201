// Why these rules: CONTRIBUTING.md. A rule that is off says why here.
import regexp from "eslint-plugin-regexp";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "examples/", "**/*.json"] },
  {
    files: ["**/*.ts"],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
      "max-lines": ["error", { max: 700, skipBlankLines: false, skipComments: false }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", destructuredArrayIgnorePattern: "^_" },
      ],
      // A number in a message is a number: String(n) around each adds noise and no safety.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // noUncheckedIndexedAccess leaves `| undefined` on every index. `!` is banned, so this rule, which asks for `!`, has to go:
      // inside a loop whose bounds were just checked, `tokens[i] as Token` at least names what is expected.
      "@typescript-eslint/non-nullable-type-assertion-style": "off",
      // Spreading a string by code points is what we mean where we do it; graphemes never enter a hash or an offset.
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }],
      // node:test returns promises that the runner itself awaits.
      "@typescript-eslint/no-floating-promises": [
        "error",
        { allowForKnownSafeCalls: [{ from: "package", name: ["test", "it", "describe", "suite"], package: "node:test" }] },
      ],
    },
  },
  {
    files: ["**/*.ts"],
    plugins: { regexp },
    rules: {
      // Texts come from anybody: no pattern may blow up on one (docs/decisions/0008-reading-speed.md).
      "regexp/no-super-linear-backtracking": "error",
    },
  },
  {
    // Here patterns meet whole documents; in the readers they meet sentences, which are cut at 2,000 characters.
    files: ["src/language/**/*.ts", "src/sources/**/*.ts"],
    rules: { "regexp/no-super-linear-move": "error" },
  },
  {
    files: ["test/**/*.ts", "bench/**/*.ts", "eval/**/*.ts"],
    rules: {
      // In a test `found!.name` fails as loudly as an assertion would.
      "@typescript-eslint/no-non-null-assertion": "off",
      // A stand-in keeps the asynchronous shape of what it stands for.
      "@typescript-eslint/require-await": "off",
    },
  },
);
