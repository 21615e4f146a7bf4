# Trợ lý cấp ủy trong một hộp: docker compose up -d (xem compose.yaml).
# The packages are installed by an image with npm; what runs has none, only the project's own Node (npm package `node`).
FROM node:24-bookworm-slim AS packages
# hnswlib-node is compiled where it is installed.
RUN apt-get update && apt-get install --yes --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM debian:bookworm-slim
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin tro-ly \
  && install --directory --owner=tro-ly --group=tro-ly --mode=0700 /data
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json ./
COPY bot bot
COPY knowledge knowledge
COPY evaluators evaluators
COPY scripts scripts
# Beyond 127.0.0.1 the page asks for sign-in: set WEB_PASSWORD, or connect Telegram or Zalo.
ENV HOST=0.0.0.0 PORT=8080 DATA_DIR=/data PATH=/app/node_modules/.bin:$PATH
USER tro-ly
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Without a shell around it, so that SIGTERM reaches the program and it finishes what is in hand.
ENTRYPOINT ["node"]
CMD ["bot/main.ts"]
