# Sourced by ./run and ./lighthouse: publishes the site and serves it as readers get it, over HTTPS with HTTP/2, with a certificate made for the
# run and the settings of a public site. Needs the .NET SDK, Node.js, OpenSSL and a browser (browser.mjs says which).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
site=

stop() {
  [ -z "$site" ] || { kill "$site"; wait "$site" || true; }
  site=
}

trap 'stop; rm -rf "$work"' EXIT

npm ci --prefix "$here" --no-progress --loglevel=error >&2

# Before minutes of publishing: it ends here where there is no browser.
node "$here/browser.mjs"

# The browser trusts this key alone, by its hash: what it only put up with, it would not keep in its cache.
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 \
  -keyout "$work/key.pem" -out "$work/certificate.pem" 2>/dev/null
TRUSTED_KEY=$(openssl x509 -in "$work/certificate.pem" -noout -pubkey | openssl pkey -pubin -outform der | openssl dgst -sha256 -binary | openssl base64)
export TRUSTED_KEY NODE_EXTRA_CA_CERTS="$work/certificate.pem"

# publish BRAND: neutral or state
publish() {
  local state=false
  [ "$1" = state ] && state=true
  dotnet publish "$here/../../src/PlansWeb" -c Release -p:MarqueEtat=$state -o "$work/$1" --nologo -v quiet >&2
}

# start BRAND: sets `address`
start() {
  local port
  port=$(node -e 'require("net").createServer().listen(0, "127.0.0.1", function () { console.log(this.address().port); this.close(); })')
  address=https://127.0.0.1:$port
  Kestrel__Certificates__Default__Path="$work/certificate.pem" Kestrel__Certificates__Default__KeyPath="$work/key.pem" \
    Site__Url=$address Site__Contact=contact@example.fr \
    dotnet "$work/$1/PlansWeb.dll" --urls "$address" --Ops:DrainSeconds=0 >"$work/$1.log" 2>&1 &
  site=$!
  until curl --silent --fail --output /dev/null --cacert "$work/certificate.pem" "$address/health/ready"; do
    kill -0 "$site" 2>/dev/null || { cat "$work/$1.log" >&2; exit 1; }
    sleep 0.2
  done
}
