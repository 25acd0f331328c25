package edgecraft.workshop.sample;

import edgecraft.kit.DnsAnswer;
import edgecraft.kit.DnsServer;
import edgecraft.kit.DnsZone;
import edgecraft.kit.EdgeSettings;
import edgecraft.kit.Exercise;
import edgecraft.kit.IpAddress;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.time.Duration;
import java.util.List;

/** A server that says by DNS what it would say of any name. */
public final class AnswersDns implements Exercise<EdgeSettings> {

    @Override
    public Javalin create(EdgeSettings settings) {
        DnsAnswer answer =
                new DnsAnswer.Addresses(List.of(IpAddress.parse("198.51.100.7")), Duration.ofSeconds(30), 24);
        return Javalin.create(Servers.plain(config ->
                DnsServer.beside(config, new DnsZone("www.cdn.example.", Duration.ofSeconds(30)), question -> answer)));
    }
}
