# Built from a fresh clone by the commands that it is tested with. Nothing of it needs root once it is built.
FROM node:24-bookworm AS build
WORKDIR /opt/boardwalk
COPY . .
# Written into the pages.
ARG BASE_PATH=""
ENV BASE_PATH=$BASE_PATH
# The last one notes that all is installed, which the user of the container may not.
RUN npm ci --include=dev && npm run build && npm run boardwalk -- --help

FROM node:24-bookworm-slim
WORKDIR /opt/boardwalk
COPY --from=build /opt/boardwalk .
ARG BASE_PATH=""
ENV BASE_PATH=$BASE_PATH HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s CMD ["node", "scripts/healthy.mjs"]
CMD ["node", "scripts/boardwalk.mjs", "start"]
