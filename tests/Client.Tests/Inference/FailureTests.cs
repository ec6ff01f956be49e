using System;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>Who refused, and what for: the gateway's errors and the provider's, told apart.</summary>
public class FailureTests
{
    public static TheoryData<int, string, AiGatewayErrorReason, AiGatewayErrorKind, string> Failures => new()
    {
        { 400, Own(2001, "Please configure AI Gateway"), AiGatewayErrorReason.None, AiGatewayErrorKind.NotFound, "Get-AiGateway" },
        { 401, Own(2009, "Unauthorized"), AiGatewayErrorReason.None, AiGatewayErrorKind.Unauthorized, "AI Gateway Run" },
        { 400, Own(2005, "Failed to get response from provider"), AiGatewayErrorReason.ProviderFailed, AiGatewayErrorKind.Unavailable, "fallback" },
        { 400, Own(2008, "Invalid provider"), AiGatewayErrorReason.InvalidModel, AiGatewayErrorKind.Rejected, "Get-AiGatewayProvider" },
        { 400, Own(2019, "Chat completion bad format"), AiGatewayErrorReason.InvalidModel, AiGatewayErrorKind.Rejected, "Get-AiGatewayProvider" },
        { 424, Own(2016, "Prompt blocked"), AiGatewayErrorReason.PromptBlocked, AiGatewayErrorKind.Rejected, "Guardrails" },
        { 424, Own(2017, "Response blocked"), AiGatewayErrorReason.AnswerBlocked, AiGatewayErrorKind.Rejected, "Guardrails" },
        { 422, Own(2017, "Prompt blocked due to security configurations"), AiGatewayErrorReason.PromptBlocked, AiGatewayErrorKind.Rejected, "Guardrails" },
        { 402, Own(2021, "Insufficient credits"), AiGatewayErrorReason.CreditsMissing, AiGatewayErrorKind.Rejected, "-ProviderKey" },
        { 400, Own(2029, "Request content blocked due to DLP policy violations"), AiGatewayErrorReason.DlpBlocked, AiGatewayErrorKind.Rejected, "Dlp" },
        { 400, Own(2030, "Response content blocked due to DLP policy violations"), AiGatewayErrorReason.DlpBlocked, AiGatewayErrorKind.Rejected, "Dlp" },
        { 400, Own(2040, "No BYOK credential with alias 'team'"), AiGatewayErrorReason.ProviderKeyMissing, AiGatewayErrorKind.Rejected, "Store a key" },
        { 400, """{"success":false,"error":[{"message":"Provider credentials are required"}]}""", AiGatewayErrorReason.ProviderKeyMissing, AiGatewayErrorKind.Rejected, "Store a key" },
        { 403, """{"success":false,"error":{"message":"Access denied by policy"}}""", AiGatewayErrorReason.PolicyDenied, AiGatewayErrorKind.Forbidden, "policies" },
        { 429, Own(2003, "Rate limited"), AiGatewayErrorReason.GatewayRateLimited, AiGatewayErrorKind.RateLimited, "RateLimitingLimit" },
        { 429, """{"success":false,"error":[{"message":"Unified Billing rate limit exceeded"}]}""", AiGatewayErrorReason.GatewayRateLimited, AiGatewayErrorKind.RateLimited, "200 calls a minute" },
        { 429, Own(2045, "Spend limit exceeded"), AiGatewayErrorReason.SpendLimited, AiGatewayErrorKind.RateLimited, "Set-AiGatewaySpendRule" },
        { 429, """{"success":false,"error":{"message":"Limit reached","bucket":"b","spent":1000.42,"limit":1000}}""", AiGatewayErrorReason.SpendLimited, AiGatewayErrorKind.RateLimited, "Set-AiGatewaySpendRule" },
        { 503, Own(7013, "Guardrails are unavailable"), AiGatewayErrorReason.GuardrailsUnavailable, AiGatewayErrorKind.Unavailable, "later" },
        { 401, """{"error":{"message":"Incorrect API key provided","type":"invalid_request_error","code":"invalid_api_key"}}""", AiGatewayErrorReason.ProviderUnauthorized, AiGatewayErrorKind.Unauthorized, "gateway's own token was accepted" },
        { 403, """{"error":{"message":"Country not supported"}}""", AiGatewayErrorReason.ProviderUnauthorized, AiGatewayErrorKind.Forbidden, "stored" },
        { 404, """{"error":{"message":"The model does not exist","code":"model_not_found"}}""", AiGatewayErrorReason.ModelNotFound, AiGatewayErrorKind.NotFound, "Did you mean 'gpt-5-mini'?" },
        { 429, """{"type":"error","error":{"type":"rate_limit_error","message":"Slow down"}}""", AiGatewayErrorReason.ProviderRateLimited, AiGatewayErrorKind.RateLimited, "-MaxAttempts" },
        { 400, """[{"error":{"code":400,"message":"API key not valid","status":"INVALID_ARGUMENT"}}]""", AiGatewayErrorReason.ProviderRejected, AiGatewayErrorKind.Rejected, "-Option" },
        { 529, """{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}""", AiGatewayErrorReason.ProviderFailed, AiGatewayErrorKind.Unavailable, "again" },
        { 502, "<html>Bad gateway</html>", AiGatewayErrorReason.None, AiGatewayErrorKind.Unavailable, "cloudflarestatus" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Each_has_its_reason_and_advice(int status, string body, AiGatewayErrorReason reason, AiGatewayErrorKind kind, string advice)
    {
        AiGatewayException error = await FailAsync("openai/gpt-5-mni", InferenceSurface.Native, status, body);
        Assert.Equal(reason, error.Reason);
        Assert.Equal(kind, error.Kind);
        Assert.Contains(advice, error.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(status, error.StatusCode);
        Assert.StartsWith("Could not ask gpt-5-mni through gateway 'prod': ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, 10000, "Authentication error", AiGatewayErrorReason.None, AiGatewayErrorKind.Unauthorized, "Workers AI Read")]
    [InlineData(401, 10000, "Authentication error", AiGatewayErrorReason.None, AiGatewayErrorKind.Unauthorized, "-Surface Native")]
    [InlineData(401, 2009, "Unauthorized", AiGatewayErrorReason.ProviderUnauthorized, AiGatewayErrorKind.Unauthorized, "stored")]
    [InlineData(404, 7003, "Model not found", AiGatewayErrorReason.ModelNotFound, AiGatewayErrorKind.NotFound, "spelling")]
    public async Task The_API_host_has_its_own_words(int status, int code, string message, AiGatewayErrorReason reason, AiGatewayErrorKind kind, string advice)
    {
        AiGatewayException error = await FailAsync("openai/gpt-5-mini", InferenceSurface.Rest, status, $$$"""{"result":null,"success":false,"errors":[{"code":{{{code}}},"message":"{{{message}}}"}],"messages":[]}""");
        Assert.Equal(reason, error.Reason);
        Assert.Equal(kind, error.Kind);
        Assert.Contains(advice, error.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("<html>Sign in</html>")]
    [InlineData("""{"success":true,"result":{"error":{"message":"inside"}}}""")]
    public async Task A_success_that_is_no_answer_is_told(string body)
    {
        AiGatewayException error = await FailAsync("openai/gpt-5-mini", InferenceSurface.Rest, 200, body);
        Assert.Equal(AiGatewayErrorKind.UnexpectedResponse, error.Kind);
    }

    private static string Own(int code, string message) =>
        $$$"""{"success":false,"result":[],"messages":[],"error":[{"code":{{{code}}},"message":"{{{message}}}"}],"name":"AiGatewayError","httpCode":400,"internalCode":{{{code}}},"message":"{{{message}}}"}""";

    private static async Task<AiGatewayException> FailAsync(string model, InferenceSurface surface, int status, string body)
    {
        var bench = new Bench(retries: 0);
        bench.Service.Then(() => Answers.Json(status, body));
        return await bench.FailAsync(bench.Client.Inference.ChatAsync(Chats.Of(model, surface: surface), bench.Call));
    }
}
