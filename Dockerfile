# syntax=docker/dockerfile:1

# Base images are named by tag. For a deployment, pin them by digest as well (image:tag@sha256:…), taken from the registry on the
# day of the build: the tag says what it is, the digest that it is still the same.
ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0
ARG NODE_IMAGE=node:22-slim
# Chiseled: no shell, no package manager. "extra" has ICU and time zones, which French sorting and dates need.
ARG RUNTIME_IMAGE=mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra

FROM ${NODE_IMAGE} AS packages
WORKDIR /site
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-progress

FROM ${SDK_IMAGE} AS build
# The style sheet is made by a Node.js program during the build: the program comes from the stage above, the SDK image has none.
COPY --from=packages /usr/local/bin/node /usr/local/bin/node
# true adds the State's brand: only for a deployer who is entitled to it (see the README).
ARG MARQUE_ETAT=false
WORKDIR /site
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/PlansWeb/PlansWeb.csproj src/PlansWeb/packages.lock.json src/PlansWeb/
COPY src/PlansWeb/Assets src/PlansWeb/Assets
RUN dotnet restore src/PlansWeb --locked-mode
COPY --from=packages /site ./
COPY src src
COPY wwwroot wwwroot
COPY content content
RUN dotnet publish src/PlansWeb --no-restore -c Release -p:MarqueEtat=${MARQUE_ETAT} -o /app

FROM ${RUNTIME_IMAGE}
LABEL org.opencontainers.image.title="PlansWeb" \
      org.opencontainers.image.description="Plans d’action des ministères : site public, sobre et accessible, à partir de fichiers Markdown" \
      org.opencontainers.image.licenses="MIT"
WORKDIR /app
COPY --from=build /app .
ENV ASPNETCORE_HTTP_PORTS=8080 \
    DOTNET_gcServer=0
EXPOSE 8080
USER $APP_UID
ENTRYPOINT ["dotnet", "PlansWeb.dll"]
