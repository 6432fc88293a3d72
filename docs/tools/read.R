# Reads a set's files from a running server: C25=http://localhost:8080 C25_SET=1 C25_TOKEN=… Rscript read.R
read <- function(file, ...) {
  address <- paste0(Sys.getenv("C25"), "/api/v1/sets/", Sys.getenv("C25_SET"), "/exports/", file)
  read.csv(url(address, headers = c(Authorization = paste("Bearer", Sys.getenv("C25_TOKEN")))), encoding = "UTF-8", ...)
}

name <- Sys.getenv("C25_NAME", "set1_C25")
wide <- read(paste0("expression_", name, ".csv"))
ratings <- as.matrix(wide[grep("^participant", names(wide))])
print(colSums(!is.na(ratings)))

long <- read(paste0("long_", name, ".csv"))
long$answered_at <- as.POSIXct(long$answered_at, format = "%Y-%m-%dT%H:%M:%OS", tz = "UTC")
first <- long[long$repeat. == 0, ] # repeat is a word of R's, so read.csv adds a point
print(tapply(first$response_time_millis, first$participant, median))
