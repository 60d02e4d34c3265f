# Golden numbers of ControlChartsTest, from the definitions in base R. Run: Rscript control.R
options(digits = 15)
x <- c(2.61, 2.70, 2.55, 2.66, 2.81, 2.49, 2.58, 2.74, 2.63, 2.52, 2.69, 2.60, 2.57, 2.77, 2.95, 2.90, 3.01, 2.88, 3.06, 2.97, 3.10, 2.93)
b <- x[1:13]; mu <- mean(b); mr <- mean(abs(diff(b))); s <- mr / 1.128
cat("individuals", mu, mr, mu - 2.66 * mr, mu + 2.66 * mr, "acf", acf(b, plot = FALSE)$acf[2], "\n")
l <- .2; L <- 2.86; z <- Reduce(function(p, v) l * v + (1 - l) * p, x, accumulate = TRUE, mu)[-1]
t <- seq_along(x); h <- L * s * sqrt(l / (2 - l) * (1 - (1 - l)^(2 * t)))
cat("weighted mean", z[c(1, 13, 22)], "half", h[c(1, 13, 22)], "signals", which(abs(z - mu) > h) - 1, "\n")
S <- Reduce(function(p, v) max(0, (if (p > 5) 0 else p) + (v - mu) / s - .5), x, accumulate = TRUE, 0)[-1]  # begins again after a signal
cat("cumulative sum", S[c(15, 18, 22)], "signals", which(S > 5) - 1, "\n")
# neighbouring weeks alike
a <- c(2.3, 2.4, 2.6, 2.7, 2.9, 2.8, 2.9, 2.7, 2.6, 2.4, 2.3, 2.2, 2.4, 2.5); phi <- acf(a, plot = FALSE)$acf[2]; ma <- mean(a)
e <- (a - ma)[-1] - phi * (a - ma)[-length(a)]; se <- mean(abs(diff(e))) / 1.128
cat("alike: phi", phi, "half", 2.66 * mean(abs(diff(a))) * sqrt((1 + phi) / (1 - phi)), "innovation deviation", se, "\n")
u <- c((a[1] - ma) * sqrt(1 - phi^2), e); za <- Reduce(function(p, v) l * v + (1 - l) * p, u, accumulate = TRUE, 0)[-1]
cat("weighted mean", ma + za[c(1, 2, 14)], "\n")
cat("median", median(x), "\n")
# average run lengths by Markov chain: weighted mean at its asymptotic limits, and one-sided cumulative sum
arlE <- function(l, L, m = 401) { g <- L * sqrt(l / (2 - l)); w <- 2 * g / m; c0 <- -g + w * (seq_len(m) - .5)
  Q <- outer(c0, c0, function(i, j) pnorm((j + w / 2 - (1 - l) * i) / l) - pnorm((j - w / 2 - (1 - l) * i) / l)); solve(diag(m) - Q, rep(1, m))[(m + 1) / 2] }
arlC <- function(k, h, m = 600) { w <- 2 * h / (2 * m - 1); i <- 0:(m - 1); Q <- outer(i, i, function(i, j) pnorm((j - i) * w + w / 2 + k) - ifelse(j == 0, 0, pnorm((j - i) * w - w / 2 + k))); solve(diag(m) - Q, rep(1, m))[1] }
cat("ARL0 weighted mean", arlE(.2, 2.86), "cumulative sum", arlC(.5, 4.10), arlC(.5, 4.77), arlC(.5, 5), "\n")
