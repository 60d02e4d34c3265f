# Golden numbers of PoolingGoldenTest. Needs metafor. Run: Rscript pooling.R
options(digits = 15)
suppressMessages(library(metafor))
y <- c(17.2, 18.9, 16.4, 21.8, 18.1, 17.7)          # means of six classes
n <- c(34, 41, 18, 27, 60, 22); N <- c(50, 60, 40, 30, 60, 45); s2 <- 36
pool <- function(y, v, s2) {
  k <- length(y)
  raw <- if (all(v > 0)) rma(y, v, method = "PM", control = list(tol = 1e-13, maxiter = 10000))$tau2 else
    uniroot(function(t) { w <- 1 / (v + t); mu <- sum(w * y) / sum(w); sum(w * (y - mu)^2) - (k - 1) }, c(1e-6, 100), tol = 1e-14)$root
  t2 <- max(raw, 0.0025 * s2); w <- 1 / (v + t2); mu <- sum(w * y) / sum(w); B <- t2 / (t2 + v)
  m <- mu + B * (y - mu); pv <- B * v + (1 - B)^2 / sum(w)
  cat("tau2", raw, "centre", mu, 1 / sum(w), "\n mean", m, "\n variance", pv, "\n P worse by 1.8", pnorm((m - mu - 1.8) / sqrt(pv)), "\n P above 20", pnorm(20, m, sqrt(pv), lower.tail = FALSE), "\n")
}
cat("analytic\n"); pool(y, s2 / n, s2)
b <- blup(rma(y, s2 / n, method = "PM", control = list(tol = 1e-13, maxiter = 10000)))
cat("blup", b$pred, "\n se", b$se, "\n")
cat("finite population, one class complete\n"); pool(y, (1 - n / N) * s2 / n, s2)
cat("alike\n"); pool(c(18, 18.2, 17.9, 18.1), c(1, 2, 1.5, 1), s2)
cat("two\n"); pool(c(16, 20), c(1, 2), s2)
# beta-binomial prior by maximum likelihood
x <- c(9, 22, 12, 30, 5, 14, 2); m <- c(31, 52, 40, 48, 29, 33, 8)
use <- m >= 10
ll <- function(p) sum(lbeta(x[use] + exp(p[1]), m[use] - x[use] + exp(p[2])) - lbeta(exp(p[1]), exp(p[2])))
o <- optim(c(1, 1), function(p) -ll(p), method = "BFGS", control = list(reltol = 1e-16, maxit = 1000))
for (i in 1:50) {                                      # Newton with numerical slopes polishes the last digits
  g <- sapply(1:2, function(j) { h <- 1e-5 * (1:2 == j); (ll(o$par + h) - ll(o$par - h)) / 2e-5 })
  H <- optimHess(o$par, ll); o$par <- o$par - solve(H, g)
}
a <- exp(o$par[1]); b <- exp(o$par[2])
cat("prior", a, b, "loglik", ll(o$par), "\n")
bb <- function(x, n, N, a, b, above) {
  u <- 0:(N - n); p <- exp(lchoose(N - n, u) + lbeta(u + a + x, N - n - u + b + n - x) - lbeta(a + x, b + n - x)); M <- (x + u) / N
  cat("finite", sum(p * M), M[which(cumsum(p) >= .025)[1]], M[which(cumsum(p) >= .975)[1]], sum(p[M > above + 1e-12]), "\n")
}
bb(14, 45, 60, 3, 9, .35); bb(14, 45, 60, 3, 9, .4); bb(0, 20, 40, .5, .5, .1); bb(20, 20, 20, 3, 9, .9)
cat("infinite", (3 + 14) / (12 + 45), qbeta(c(.025, .975), 17, 40), pbeta(.35, 17, 40, lower.tail = FALSE), "\n")
# funnels
yf <- c(17.2, 18.9, 16.4, 21.8, 18.1, 17.7, 15.2, 19.9, 20.4, 14.8, 18.6, 23.0); nf <- c(34, 41, 18, 27, 60, 22, 45, 31, 38, 52, 19, 44)
funnel <- function(y, s, t0) {
  k <- length(y); z <- (y - t0) / s; q <- quantile(z, c(.1, .9)); zw <- pmin(pmax(z, q[1]), q[2]); phi <- mean(zw^2); w <- 1 / s^2
  t2 <- max(0, (k * phi - (k - 1)) / (sum(w) - sum(w^2) / sum(w)))
  cat("phi", phi, mean(z^2), "quantiles", q, "tau2", t2, "\n")
  t2
}
sf <- sqrt(36 / nf); t2 <- funnel(yf, sf, 18.5)
cat("limits of the first", 18.5 + c(-1, 1) * qnorm(.975) * sqrt(sf[1]^2 + t2), 18.5 + c(-1, 1) * qnorm(.999) * sqrt(sf[1]^2 + t2), "\n")
mu <- sum(yf / sf^2) / sum(1 / sf^2); w <- 1 / sf^2; q <- sum(w * (yf - mu)^2)
cat("DL", rma(yf, sf^2, method = "DL")$tau2, (q - 11) / (sum(w) - sum(w^2) / sum(w)), "\n")
xs <- c(9, 22, 12, 15, 5, 14, 8, 21, 17, 3, 11, 26); ns <- nf; t0 <- sum(xs) / sum(ns)
cat("arcsine "); ta <- funnel(asin(sqrt(xs / ns)), 1 / (2 * sqrt(ns)), asin(sqrt(t0)))
cat("limits of the first", sin(asin(sqrt(t0)) + c(-1, 1) * qnorm(.975) * sqrt(1 / (4 * ns[1]) + ta))^2, "\n")
cat("logit "); tl <- funnel(qlogis(xs / ns), 1 / sqrt(ns * t0 * (1 - t0)), qlogis(t0))
cat("limits of the first", plogis(qlogis(t0) + c(-1, 1) * qnorm(.975) * sqrt(1 / (ns[1] * t0 * (1 - t0)) + tl)), "\n")
lim <- function(p, n, q) { r <- qbinom(q, n, p); al <- (pbinom(r, n, p) - q) / dbinom(r, n, p); (r - al) / n }
cat("binomial", lim(.27, 33, .025), lim(.27, 33, .975), lim(.27, 33, .001), lim(.27, 33, .999), "\n")
# ranks of independent normals
set.seed(1); mm <- c(17.5, 18.7, 17.9, 20.6); vv <- c(.8, .7, 1.1, .9)
d <- matrix(rnorm(4e6, rep(mm, each = 1e6), rep(sqrt(vv), each = 1e6)), ncol = 4)
r <- t(apply(-d, 1, rank)); cat("ranks simulated", colMeans(r), "\n"); print(apply(r, 2, quantile, c(.025, .975), type = 1))
