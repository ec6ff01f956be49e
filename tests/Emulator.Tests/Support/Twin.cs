using System;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>A twin with a clock that stands still, and clients for it.</summary>
internal sealed class Twin : IDisposable
{
    public const string Account = EmulatorOptions.DefaultAccountId;
    public const string Gateways = "/accounts/" + Account + "/ai-gateway/gateways";

    public Twin(EmulatorOptions? options = null)
    {
        Time = options?.TimeProvider as FakeTimeProvider ?? MakeClock();
        App = new EmulatorApp(options ?? new EmulatorOptions { TimeProvider = Time });
        Http = new HttpClient(App.CreateHandler()) { BaseAddress = new Uri("https://api.cloudflare.com") };
        Client = new OpenApiCheckedClient(Http);
    }

    public FakeTimeProvider Time { get; }

    public EmulatorApp App { get; }

    /// <summary>For calls that are not in the document, or whose answers are meant to be broken.</summary>
    public HttpClient Http { get; }

    public OpenApiCheckedClient Client { get; }

    public static FakeTimeProvider MakeClock() => new(new DateTimeOffset(2026, 10, 15, 8, 0, 0, 123, TimeSpan.Zero));

    /// <summary>A body with the required members, as a create takes it.</summary>
    public static JsonObject Body(string id) => new()
    {
        ["id"] = id,
        ["cache_invalidate_on_update"] = false,
        ["cache_ttl"] = 0,
        ["collect_logs"] = true,
        ["rate_limiting_interval"] = 0,
        ["rate_limiting_limit"] = 0,
    };

    /// <summary>The same with one member set.</summary>
    public static JsonObject Body(string id, string member, JsonNode? value)
    {
        JsonObject body = Body(id);
        body[member] = value;
        return body;
    }

    public async Task<JsonNode> CreateAsync(JsonObject body)
    {
        Answer answer = await Client.PostAsync(Gateways, body);
        Assert.Equal(200, answer.Status);
        return answer.Result;
    }

    /// <summary>Calls without the check against the document.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, string? body = null, string? token = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using HttpResponseMessage response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.ReadAsync(response);
    }

    public void Dispose()
    {
        Http.Dispose();
        App.Dispose();
    }
}
