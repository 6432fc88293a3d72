# Components of variance from a set's long file: Rscript mixed.R long_set1_C25.csv
library(lme4)

exact <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10)) # the usual settings are right to four or five digits
long <- read.csv(commandArgs(TRUE)[1], encoding = "UTF-8")
long$index <- factor(long$index)
long$participant <- factor(long$participant)
first <- long[long$repeat. == 0, ] # repeat is a word of R's, so read.csv adds a point

for (scale in c("valence", "arousal")) {
  long$y <- long[[scale]]
  first$y <- first[[scale]]
  once <- lmer(y ~ 1 + (1 | index) + (1 | participant), first, control = exact)
  parts <- as.data.frame(VarCorr(once))
  cat(scale, "\n")
  print(parts[c("grp", "vcov")], digits = 9, row.names = FALSE)
  part <- setNames(parts$vcov, parts$grp)
  cat("ICC(2,1)", format(part[["index"]] / sum(part), digits = 6), "\n")
  if (any(long$repeat. == 1)) {
    twice <- lmer(y ~ 1 + (1 | index) + (1 | participant) + (1 | index:participant), long, control = exact)
    print(as.data.frame(VarCorr(twice))[c("grp", "vcov")], digits = 9, row.names = FALSE)
  }
}
