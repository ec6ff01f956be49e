using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>No secret in anything that the client says, even when the service sends it back.</summary>
public class CanaryTests
{
    private const string StripeKey = "sk_live_canary_9f86d081884c7d65";
    private const string OtelKey = "otel-canary-2c26b46b68ffc68f";

    [Fact]
    public async Task The_token_is_sent_but_never_said()
    {
        string echo = $$$"""{"success":false,"errors":[{"code":7001,"message":"bad header Bearer {{{Bench.Token}}}"}],"debug":"{{{Bench.Token}}}"}""";
        foreach (Func<HttpResponseMessage> answer in new Func<HttpResponseMessage>[]
        {
            () => Answers.Json(400, echo),
            () => Answers.Json(403, echo),
            () => Answers.Json(503, echo),
            () => Answers.Json(200, echo),
            () => Answers.Json(200, "<" + echo),
            () => Answers.Json(400, "oops " + Bench.Token),
            () => Answers.Json(302, echo, ("Location", "https://x.example/?t=" + Bench.Token)),
            () => throw new HttpRequestException("failed with Bearer"),
        })
        {
            var bench = new Bench(retries: 1);
            bench.Sink.WantsDebug = true;
            bench.Service.Then(answer);
            AiGatewayException error = await bench.FailAsync(bench.Client.Gateways.GetAsync(Bench.Account, "prod", bench.Call));
            Assert.Equal("Bearer " + Bench.Token, bench.Service.Sent[0].Authorization);
            AssertClean(bench, error, Bench.Token);
        }
    }

    [Fact]
    public async Task Secrets_in_a_body_are_sent_but_never_said()
    {
        var bench = new Bench(retries: 0);
        bench.Sink.WantsDebug = true;
        bench.Service.Then(async (request, token) =>
        {
            string body = await request.Content!.ReadAsStringAsync(token);
            Assert.Contains(StripeKey, body, StringComparison.Ordinal);
            Assert.Contains(OtelKey, body, StringComparison.Ordinal);
            return Answers.Json(400, $$$"""{"success":false,"errors":[{"code":7001,"message":"Invalid key {{{StripeKey}}}","path":["body","stripe"]}],"got":"{{{OtelKey}}}"}""");
        });
        AiGatewayException error = await bench.FailAsync(bench.Client.Gateways.CreateAsync(Bench.Account, "prod", SecretSettings(), bench.Call));
        AssertClean(bench, error, StripeKey);
        AssertClean(bench, error, OtelKey);
    }

    [Fact]
    public async Task Answers_are_shown_under_debug_with_their_secrets_masked()
    {
        var bench = new Bench();
        bench.Sink.WantsDebug = true;
        bench.Service.Then(() => Answers.Ok(
            Answers.Gateway[..^1] + ",\"stripe\":{\"authorization\":\"" + StripeKey + "\",\"usage_events\":[]},\"otel\":[{\"url\":\"https://o.example\",\"headers\":{\"x-key\":\"" + OtelKey + "\"}}]}"));
        AiGateway gateway = await bench.Client.Gateways.GetAsync(Bench.Account, "prod", bench.Call);
        Assert.NotNull(gateway.Stripe!.Authorization);
        AssertClean(bench, null, StripeKey);
        AssertClean(bench, null, OtelKey);
        Assert.Contains(bench.Sink.Of(DiagnosticKind.Debug), text => text.Contains("\"cache_ttl\":0", StringComparison.Ordinal));
        Assert.Contains(bench.Sink.Of(DiagnosticKind.Debug), text => text.Contains("cf-ray: 8a1b2c3d4e5f-FRA", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verbose_masks_query_values_that_are_not_known_to_be_harmless()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok("[]"));
        await bench.Client.Gateways.ListAsync(Bench.Account, "private project", 2, 50, bench.Call);
        string line = Assert.Single(bench.Sink.Of(DiagnosticKind.Verbose));
        Assert.Equal($"GET /client/v4/accounts/{Bench.Account}/ai-gateway/gateways?search=***&page=2&per_page=50 200 in 0 ms (ray 8a1b2c3d4e5f-FRA)", line);
        Assert.Empty(bench.Sink.Of(DiagnosticKind.Debug));
    }

    [Fact]
    public void Objects_that_hold_the_token_do_not_show_it()
    {
        var bench = new Bench();
        foreach (object holder in new object[] { bench.Options, bench.Client, bench.Transport, bench.Transport.Settings, bench.Transport.Settings.Token, TransportKey.Of(bench.Options) })
        {
            Assert.DoesNotContain(Bench.Token, holder.ToString(), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Bench.Token, bench.Transport.Settings.Token.Fingerprint(), StringComparison.Ordinal);
    }

    [Fact]
    public void Proxy_credentials_are_not_part_of_the_key_in_plain()
    {
        var options = new ConnectionOptions { Proxy = new Uri("http://proxy.example:3128"), ProxyCredential = new System.Net.NetworkCredential("user", "proxy-canary-1") };
        Assert.DoesNotContain("proxy-canary-1", TransportKey.Of(options).ToString(), StringComparison.Ordinal);
        Assert.NotEqual(TransportKey.Of(options), TransportKey.Of(new ConnectionOptions { Proxy = options.Proxy }));
    }

    [Fact]
    public async Task The_response_message_does_not_keep_the_token()
    {
        var bench = new Bench();
        HttpRequestMessage? seen = null;
        bench.Service.Then((request, _) =>
        {
            seen = request;
            Assert.NotNull(request.Headers.Authorization);
            return Task.FromResult(Answers.Ok());
        });
        await bench.Transport.SendAsync(Bench.Request(), bench.Call);
        Assert.Null(seen!.Headers.Authorization);
    }

    internal static Dictionary<string, object?> SecretSettings() => new()
    {
        ["stripe"] = new StripeSettings { Authorization = Bench.Secret(StripeKey), UsageEvents = [new StripeUsageEvent { Payload = "p" }] },
        ["otel"] = new[] { new OtelExporter { Url = "https://o.example", Authorization = Bench.Secret(OtelKey) } },
    };

    private static void AssertClean(Bench bench, AiGatewayException? error, string secret)
    {
        foreach (string text in bench.Sink.All)
        {
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }

        for (Exception? current = error; current is not null; current = current.InnerException)
        {
            Assert.DoesNotContain(secret, current.ToString(), StringComparison.Ordinal);
        }

        if (error is not null)
        {
            Assert.DoesNotContain(secret, error.RecommendedAction ?? string.Empty, StringComparison.Ordinal);
            Assert.DoesNotContain(error.ApiErrors, item => item.ToString().Contains(secret, StringComparison.Ordinal));
        }
    }
}
