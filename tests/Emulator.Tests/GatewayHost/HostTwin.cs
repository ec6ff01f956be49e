using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>A twin with a gateway called g, and short ways to call models through it.</summary>
internal sealed class HostTwin : IDisposable
{
    public const string Host = "https://gateway.ai.cloudflare.com/v1/" + Twin.Account + "/g";
    public const string Ai = "https://api.cloudflare.com/client/v4/accounts/" + Twin.Account + "/ai/";
    public const string Token = "Bearer " + EmulatorOptions.DefaultToken;

    public Twin Inner { get; } = new();

    public EmulatorApp App => Inner.App;

    public FakeTimeProvider Time => Inner.Time;

    /// <summary>Makes the gateway; settings are members in JSON, such as <c>"cache_ttl":60</c>.</summary>
    public static async Task<HostTwin> MakeAsync(string settings = "")
    {
        var twin = new HostTwin();
        await twin.SetGatewayAsync(settings);
        return twin;
    }

    /// <summary>A chat with one message.</summary>
    public static JsonObject Chat(string model, string prompt) => new()
    {
        ["model"] = model,
        ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = prompt }),
    };

    public static JsonObject Chat(string model, string prompt, string member, JsonNode? value)
    {
        JsonObject body = Chat(model, prompt);
        body[member] = value;
        return body;
    }

    public Task SetGatewayAsync(string settings) =>
        App.AddGatewaysAsync(Twin.Account, "{\"id\":\"g\"" + (settings.Length > 0 ? "," + settings : settings) + "}", TestContext.Current.CancellationToken);

    /// <summary>Calls the unified endpoint with the token.</summary>
    public Task<Answer> CompatAsync(JsonNode body, params string[] headers) => PostAsync("compat/chat/completions", body, headers);

    /// <summary>Calls a path of the gateway with the token, and with headers such as <c>cf-aig-event-id: e1</c>.</summary>
    public Task<Answer> PostAsync(string path, JsonNode body, params string[] headers) =>
        SendAsync(HttpMethod.Post, path.Length == 0 ? Host : $"{Host}/{path}", body.ToJsonString(), ["cf-aig-authorization: " + Token, .. headers]);

    /// <summary>Calls the REST API through the gateway.</summary>
    public Task<Answer> RestAsync(string path, JsonNode body, params string[] headers) =>
        SendAsync(HttpMethod.Post, Ai + path, body.ToJsonString(), ["Authorization: " + Token, "cf-aig-gateway-id: g", .. headers]);

    public async Task<Answer> SendAsync(HttpMethod method, string url, string? body, params string[] headers)
    {
        using HttpRequestMessage request = Request(method, url, body, headers);
        using HttpResponseMessage response = await Inner.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.ReadAsync(response);
    }

    public static HttpRequestMessage Request(HttpMethod method, string url, string? body, params string[] headers)
    {
        var request = new HttpRequestMessage(method, url);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        foreach (string header in headers)
        {
            string[] parts = header.Split(": ", 2);
            request.Headers.Remove(parts[0]);
            request.Headers.TryAddWithoutValidation(parts[0], parts[1]);
        }

        return request;
    }

    /// <summary>The log rows of the gateway, oldest first, as the API answers them.</summary>
    public async Task<IReadOnlyList<JsonNode>> LogsAsync()
    {
        Answer answer = await Inner.Client.GetAsync(LogTwin.Logs + "?per_page=50&order_by_direction=asc");
        Assert.Equal(200, answer.Status);
        return [.. answer.Result.AsArray()!];
    }

    public void Dispose() => Inner.Dispose();
}
