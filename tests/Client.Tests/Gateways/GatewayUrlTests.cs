using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class GatewayUrlTests
{
    private const string Url = "https://gateway.ai.cloudflare.com/v1/0123456789abcdef0123456789abcdef/prod/openai";

    [Fact]
    public async Task The_address_reads_as_text_and_as_address()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok($"\"{Url}\""));
        AiGatewayUrl url = await GetAsync(bench, "openai");
        Assert.Equal(Url + "/chat/completions", $"{url}/chat/completions");
        Uri? address = url;
        Assert.Equal(Url, address!.AbsoluteUri);
        Assert.Equal(("openai", "prod", Bench.Account), (url.Provider, url.GatewayId, url.AccountId));
        Assert.EndsWith("/gateways/prod/url/openai", bench.Service.Sent[0].Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"no address\"")]
    [InlineData("{}")]
    [InlineData("null")]
    public async Task What_is_no_address_is_said_to_be_none(string result)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(result));
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => GetAsync(bench, "openai"));
        Assert.Equal(AiGatewayErrorKind.UnexpectedResponse, error.Kind);
    }

    [Theory]
    [InlineData(400, """{"success":false,"errors":[{"code":7001,"message":"Invalid provider","path":["params","provider"]}],"result":{}}""")]
    [InlineData(404, """{"success":false,"errors":[{"code":7002,"message":"Not Found"}],"result":{}}""")]
    public async Task A_provider_that_does_not_exist_is_told_from_a_gateway_and_its_like_is_named(int status, string body)
    {
        var bench = new Bench();
        bench.Service.Then((request, _) => Task.FromResult(request.RequestUri!.AbsolutePath switch
        {
            string path when path.EndsWith("/gateways/prod", StringComparison.Ordinal) => Answers.Ok(Answers.Gateway),
            string path when path.EndsWith("/custom-providers", StringComparison.Ordinal) => Answers.Ok("""[{"id":"1","slug":"example-llm"}]"""),
            _ => Answers.Json(status, body),
        }));
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => GetAsync(bench, "Example-LLM"));
        Assert.Equal((AiGatewayErrorKind.NotFound, "Provider"), (error.Kind, error.Resource));
        Assert.Contains("Did you mean 'custom-example-llm'?", error.Message, StringComparison.Ordinal);
        Assert.Equal(status, error.StatusCode);
    }

    [Fact]
    public async Task A_gateway_that_does_not_exist_is_said_to_be_missing()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(404, 7002, "Not Found"));
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => GetAsync(bench, "openai"));
        Assert.Equal("Gateway", error.Resource);
        Assert.DoesNotContain(bench.Service.Sent, s => s.Address.AbsolutePath.Contains("custom-providers", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_hint_costs_no_second_failure()
    {
        var bench = new Bench(retries: 0);
        bench.Service.Then((request, _) => Task.FromResult(request.RequestUri!.AbsolutePath switch
        {
            string path when path.EndsWith("/gateways/prod", StringComparison.Ordinal) => Answers.Ok(Answers.Gateway),
            string path when path.EndsWith("/custom-providers", StringComparison.Ordinal) => Answers.Fail(500),
            _ => Answers.Fail(404, 7002, "Not Found"),
        }));
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => GetAsync(bench, "nothing"));
        Assert.Equal("Provider", error.Resource);
        Assert.Equal(3, bench.Service.Sent.Count);
        Assert.Equal("GET", Assert.Single(bench.Service.Sent.Select(s => s.Method).Distinct()));
    }

    private static Task<AiGatewayUrl> GetAsync(Bench bench, string provider) => bench.Client.GatewayUrls.GetAsync(Bench.Account, "prod", provider, bench.Call);
}
