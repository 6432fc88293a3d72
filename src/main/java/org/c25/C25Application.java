package org.c25;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class C25Application {

    public static void main(String[] args) {
        SpringApplication.run(C25Application.class, args);
    }
}
