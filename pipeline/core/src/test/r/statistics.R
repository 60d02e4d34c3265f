# Golden numbers of StatisticsGoldenTest, with base R alone. Run: Rscript statistics.R
options(digits = 15)
x <- c(12, 18, 25, 7, 21, 16, 30, 14, 19, 22, 11, 17)   # one term, PSS-like totals
y <- c(15, 19, 27, 9, 20, 21, 33, 18)                    # the next term; the first six are the same people as x[1:6]
ci <- function(v, N = Inf) { n <- length(v); mean(v) + c(-1, 1) * qt(.975, n - 1) * sqrt((1 - n / N) * var(v) / n) }
cat("mean", mean(x), ci(x), "\n")
cat("mean fpc N=20", mean(x), ci(x, 20), "\n")
cat("sd", sd(x), "\n")
for (rn in list(c(3, 12), c(0, 25), c(14, 45))) cat("wilson", rn, prop.test(rn[1], rn[2], correct = FALSE)$conf.int, "\n")
# partly overlapping samples: Derrick et al. 2017
n1 <- length(x); n2 <- length(y); nc <- 6; na <- n1 - nc; nb <- n2 - nc
r <- cor(x[1:6], y[1:6]); d <- mean(y) - mean(x)
se <- sqrt(var(x) / n1 + var(y) / n2 - 2 * r * sd(x) * sd(y) * nc / (n1 * n2))
g <- (var(x) / n1 + var(y) / n2)^2 / ((var(x) / n1)^2 / (n1 - 1) + (var(y) / n2)^2 / (n2 - 1))
df <- (nc - 1) + (g - nc + 1) / (na + nb + 2 * nc) * (na + nb)
cat("change", d, d + c(-1, 1) * qt(.975, df) * se, "se", se, "df", df, "\n")
N1 <- 20; N2 <- 21; Nc <- 20
sef <- sqrt((1 - n1 / N1) * var(x) / n1 + (1 - n2 / N2) * var(y) / n2 - 2 * r * sd(x) * sd(y) * (nc / (n1 * n2) - Nc / (N1 * N2)))
cat("change census", d, d + c(-1, 1) * qt(.975, df) * sef, "\n")
w <- t.test(y, x)
cat("welch", w$conf.int, "\n")
items <- matrix(c(1, 2, 2, 4, 3, 5, 1, 2, 4, 4, 3, 2,
                  2, 2, 3, 4, 3, 4, 1, 1, 5, 4, 2, 2,
                  1, 3, 2, 5, 4, 5, 2, 2, 4, 3, 3, 1), ncol = 3)
k <- 3; n <- 12; v <- var(items)
a <- k / (k - 1) * (1 - sum(diag(v)) / sum(v))
cat("alpha", a, 1 - (1 - a) * qf(c(.975, .025), n - 1, (n - 1) * (k - 1)), "\n")
