using System;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>Addresses of gateways.</summary>
public sealed class GatewayUrlTests : IAsyncLifetime
{
    private readonly Twin _twin = new();

    public async ValueTask InitializeAsync()
    {
        await _twin.CreateAsync(Twin.Body("my-gateway"));
        await _twin.Client.PostAsync(
            $"/accounts/{Twin.Account}/ai-gateway/custom-providers",
            new JsonObject { ["name"] = "x", ["slug"] = "example-llm", ["base_url"] = "https://llm.example.com" });
    }

    public ValueTask DisposeAsync()
    {
        _twin.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("openai", "/openai")]
    [InlineData("compat", "/compat")]
    [InlineData("universal", "")]
    [InlineData("custom-example-llm", "/custom-example-llm")]
    public async Task A_known_provider_has_an_address(string provider, string end)
    {
        Answer answer = await _twin.Client.GetAsync($"{Twin.Gateways}/my-gateway/url/{provider}");
        Assert.Equal($"https://gateway.ai.cloudflare.com/v1/{Twin.Account}/my-gateway{end}", (string?)answer.Result);
    }

    [Theory]
    [InlineData("my-gateway", "nothing", 400, 7001)]
    [InlineData("my-gateway", "example-llm", 400, 7001)]
    [InlineData("my-gateway", "custom-none", 400, 7001)]
    [InlineData("none", "openai", 404, 7002)]
    public async Task Others_have_none(string gateway, string provider, int status, int code)
    {
        Answer answer = await _twin.Client.GetAsync($"{Twin.Gateways}/{gateway}/url/{provider}");
        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("127.0.0.1:8787", "http://127.0.0.1:8787/v1/")]
    [InlineData("localhost:80", "http://localhost:80/v1/")]
    [InlineData("api.cloudflare.com", "https://gateway.ai.cloudflare.com/v1/")]
    public async Task A_twin_on_a_port_names_itself(string host, string start)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{OpenApiCheckedClient.Root}{Twin.Gateways}/my-gateway/url/openai");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + EmulatorOptions.DefaultToken);
        request.Headers.Host = host;
        Assert.StartsWith(start, (string?)(await _twin.Client.SendAsync(request)).Result, StringComparison.Ordinal);
    }
}
