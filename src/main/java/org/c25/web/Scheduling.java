package org.c25.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Jobs that run by the clock, on every node; each is safe to run twice. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Scheduling {}
