using System.Collections.Generic;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>Calls the management API, and fails the test when an answer is not what the OpenAPI document says.</summary>
internal sealed class OpenApiCheckedClient(HttpClient client)
{
    public const string Root = "/client/v4";

    public Task<Answer> GetAsync(string path, string? token = EmulatorOptions.DefaultToken) => SendAsync(HttpMethod.Get, path, null, token);

    public Task<Answer> PostAsync(string path, JsonNode body, string? token = EmulatorOptions.DefaultToken) => SendAsync(HttpMethod.Post, path, body, token);

    public Task<Answer> PutAsync(string path, JsonNode body, string? token = EmulatorOptions.DefaultToken) => SendAsync(HttpMethod.Put, path, body, token);

    public Task<Answer> PatchAsync(string path, JsonNode? body, string? token = EmulatorOptions.DefaultToken) => SendAsync(HttpMethod.Patch, path, body, token);

    public Task<Answer> DeleteAsync(string path, string? token = EmulatorOptions.DefaultToken) => SendAsync(HttpMethod.Delete, path, null, token);

    public async Task<Answer> SendAsync(HttpMethod method, string path, JsonNode? body, string? token)
    {
        using var request = new HttpRequestMessage(method, Root + path);
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        return await SendAsync(request);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Answer answer = await Answer.ReadAsync(response);
        string path = request.RequestUri!.AbsolutePath[Root.Length..];
        IReadOnlyList<string> violations = await OpenApiDocument.Instance.CheckAsync(request.Method.Method, path, answer.Status, answer.Body);
        Assert.True(violations.Count == 0, $"{request.Method} {path} answered {answer.Status} {answer.Body}, against the document:\n{string.Join('\n', violations)}");
        Assert.Equal("application/json", answer.Headers["content-type"]);
        Assert.Matches("^[0-9a-f]{16}-[A-Z]{3}$", answer.Headers["cf-ray"]);
        return answer;
    }
}
