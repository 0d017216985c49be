// Takes Last-Modified out of the manifest of static files: it is the time of the build, the site would send it, and the address of a file
// already names its bytes. Called by Assets.targets: node undated.mjs <manifest>
import fs from 'node:fs';

const [manifest] = process.argv.slice(2);
const content = JSON.parse(fs.readFileSync(manifest, 'utf8'));
for (const endpoint of content.Endpoints) {
  endpoint.ResponseHeaders = endpoint.ResponseHeaders.filter(header => header.Name !== 'Last-Modified');
}

fs.writeFileSync(manifest, JSON.stringify(content));
