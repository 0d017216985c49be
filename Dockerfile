# syntax=docker/dockerfile:1

# Base images are named by tag. For a deployment, pin them by digest as well: `FROM node:22-slim@sha256:<digest>`, with the digest that
# `docker buildx imagetools inspect node:22-slim` shows on the day of the build. The tag says what it is, the digest that it is still the same.

# The style sheet's packages
FROM node:22-slim AS packages
WORKDIR /site
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-progress

# The program. What changes seldom comes first, so that an edited page rebuilds the last layers only.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# The style sheet is made by a Node.js program during the build: the program comes from the stage above, the SDK image has none.
COPY --from=packages /usr/local/bin/node /usr/local/bin/node
# true adds the State's brand: only for a deployer who is entitled to it (see the README).
ARG MARQUE_ETAT=false
ENV CI=true \
    DOTNET_CLI_TELEMETRY_OPTOUT=1 \
    DOTNET_NOLOGO=1
WORKDIR /site
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/PlansWeb/PlansWeb.csproj src/PlansWeb/packages.lock.json src/PlansWeb/
COPY src/PlansWeb.Content/PlansWeb.Content.csproj src/PlansWeb.Content/packages.lock.json src/PlansWeb.Content/
COPY src/PlansWeb.Dsfr/PlansWeb.Dsfr.csproj src/PlansWeb.Dsfr/packages.lock.json src/PlansWeb.Dsfr/
COPY src/PlansWeb.Dsfr/Assets src/PlansWeb.Dsfr/Assets
COPY src/Npm.targets src/
# Known vulnerabilities are looked for in continuous integration; here the build must not depend on one more server.
# As `dotnet publish` restores: with the compiler that makes the program start fast.
RUN dotnet restore src/PlansWeb --locked-mode -p:NuGetAudit=false -p:_IsPublishing=true
COPY --from=packages /site ./
COPY src src
COPY wwwroot wwwroot
COPY content content
# The content gets a layer of its own below: releases of the program share it. One date on all files: a layer changes with its files only.
RUN dotnet publish src/PlansWeb --no-restore -c Release -p:MarqueEtat=${MARQUE_ETAT} -o /app \
    && mv /app/content /app-content \
    && mkdir -p -m 700 /app-cache/plansweb \
    && find /app /app-content /app-cache -exec touch -h -d @0 {} +

# Chiseled: no shell, no package manager. "extra" has ICU and time zones, which French sorting and dates need.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="PlansWeb" \
      org.opencontainers.image.description="Plans d’action des ministères : site public, sobre et accessible, à partir de fichiers Markdown" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
WORKDIR /app
COPY --from=build /app ./
COPY --from=build /app-content ./content
# Smaller images are the one thing that is written: into a volume, which is there even where nobody names it. Everything else may be read-only,
# without /tmp. The diagnostic socket would be written too.
COPY --from=build --chown=1654:1654 /app-cache/ /var/cache/
VOLUME /var/cache/plansweb
# Compression asks the C library for large blocks from many threads: an arena for each of them would keep what it once had (tests/ops/run soak).
ENV ASPNETCORE_HTTP_PORTS=8080 \
    DOTNET_EnableDiagnostics=0 \
    MALLOC_ARENA_MAX=2 \
    DOTNET_gcServer=0 \
    Images__CachePath=/var/cache/plansweb/images
EXPOSE 8080
USER $APP_UID
# The image has no shell and no curl: the program asks itself, by the settings of the container.
HEALTHCHECK --interval=15s --timeout=6s --start-period=20s --retries=3 CMD ["dotnet", "PlansWeb.dll", "health"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["dotnet", "PlansWeb.dll"]
