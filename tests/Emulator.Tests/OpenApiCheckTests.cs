using System.Collections.Generic;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>The check against the document must be able to fail.</summary>
public sealed class OpenApiCheckTests
{
    private const string GatewayPath = "/accounts/a/ai-gateway/gateways/my-gateway";
    private const string Good = """
        {"success":true,"result":{"id":"my-gateway","cache_invalidate_on_update":false,"cache_ttl":0,"collect_logs":true,
        "rate_limiting_interval":0,"rate_limiting_limit":0,"rate_limiting_technique":"fixed","retry_backoff":null,"guardrails":null,
        "log_management":10000000,"created_at":"2026-09-15T10:20:30.000Z","modified_at":"2026-09-15T10:20:30.000Z"}}
        """;

    [Fact]
    public async Task A_right_answer_passes() => Assert.Empty(await CheckAsync(200, Good));

    [Theory]
    [InlineData("\"success\":true", "\"success\":false")]
    [InlineData("\"cache_ttl\":0", "\"cache_ttl\":\"0\"")]
    [InlineData("\"cache_ttl\":0", "\"cache_ttl\":-1")]
    [InlineData("\"collect_logs\":true,", "")]
    [InlineData("\"collect_logs\":true", "\"collect_logs\":null")]
    [InlineData("\"rate_limiting_technique\":\"fixed\"", "\"rate_limiting_technique\":\"other\"")]
    [InlineData("\"log_management\":10000000", "\"log_management\":1")]
    [InlineData("\"guardrails\":null", "\"guardrails\":{\"prompt\":{}}")]
    [InlineData("\"id\":\"my-gateway\"", "\"id\":\"My Gateway\"")]
    [InlineData("\"created_at\":\"2026-09-15T10:20:30.000Z\"", "\"created_at\":\"yesterday\"")]
    [InlineData("\"log_management\"", "\"log_managment\"")]
    public async Task A_wrong_answer_fails(string right, string wrong)
    {
        Assert.Contains(right, Good, System.StringComparison.Ordinal);
        Assert.NotEmpty(await CheckAsync(200, Good.Replace(right, wrong, System.StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""{"success":false,"errors":[]}""")]
    [InlineData("""{"success":false}""")]
    [InlineData("""{"success":true,"errors":[{"code":7002,"message":"Not Found"}]}""")]
    [InlineData("""{"success":false,"errors":[{"code":"7002","message":"Not Found"}]}""")]
    [InlineData("""{"success":false,"errors":[{"code":7002}]}""")]
    public async Task A_wrong_error_fails(string body) => Assert.NotEmpty(await CheckAsync(404, body));

    [Theory]
    [InlineData("GET", GatewayPath, 302)]
    [InlineData("PATCH", GatewayPath, 200)]
    [InlineData("GET", "/accounts/a/ai-gateway/unheard-of", 200)]
    public async Task What_is_not_in_the_document_fails(string method, string path, int status) =>
        Assert.NotEmpty(await OpenApiDocument.Instance.CheckAsync(method, path, status, Good));

    private static Task<IReadOnlyList<string>> CheckAsync(int status, string body) =>
        OpenApiDocument.Instance.CheckAsync("GET", GatewayPath, status, body);
}
