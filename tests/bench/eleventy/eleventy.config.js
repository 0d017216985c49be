import navigation from '@11ty/eleventy-navigation';

export default function (eleventy) {
  eleventy.addPlugin(navigation);
  eleventy.addGlobalData('layout', 'page.liquid');
  return { dir: { input: process.env.BENCH_CONTENT, output: process.env.BENCH_OUTPUT, includes: '_includes' } };
}
