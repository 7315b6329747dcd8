package org.filorosso.api;

import org.filorosso.api.ops.ServiceSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Starts the service. */
// two capabilities may each have a part of the same name
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableConfigurationProperties(ServiceSettings.class)
public class FilorossoApi {

    /** @param args Spring Boot's, and {@code --demo} */
    public static void main(String[] args) {
        SpringApplication.run(FilorossoApi.class, args);
    }
}
