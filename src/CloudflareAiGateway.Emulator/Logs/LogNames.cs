using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>The names of a row's members, ready to be written.</summary>
internal static class LogNames
{
    public static readonly JsonEncodedText Id = LogKind.Encode("id");
    public static readonly JsonEncodedText Cached = LogKind.Encode("cached");
    public static readonly JsonEncodedText CreatedAt = LogKind.Encode("created_at");
    public static readonly JsonEncodedText Duration = LogKind.Encode("duration");
    public static readonly JsonEncodedText Model = LogKind.Encode("model");
    public static readonly JsonEncodedText Path = LogKind.Encode("path");
    public static readonly JsonEncodedText Provider = LogKind.Encode("provider");
    public static readonly JsonEncodedText Success = LogKind.Encode("success");
    public static readonly JsonEncodedText TokensIn = LogKind.Encode("tokens_in");
    public static readonly JsonEncodedText TokensOut = LogKind.Encode("tokens_out");
    public static readonly JsonEncodedText Cost = LogKind.Encode("cost");
    public static readonly JsonEncodedText CustomCost = LogKind.Encode("custom_cost");
    public static readonly JsonEncodedText Metadata = LogKind.Encode("metadata");
    public static readonly JsonEncodedText ModelType = LogKind.Encode("model_type");
    public static readonly JsonEncodedText RequestContentType = LogKind.Encode("request_content_type");
    public static readonly JsonEncodedText RequestType = LogKind.Encode("request_type");
    public static readonly JsonEncodedText ResponseContentType = LogKind.Encode("response_content_type");
    public static readonly JsonEncodedText StatusCode = LogKind.Encode("status_code");
    public static readonly JsonEncodedText Step = LogKind.Encode("step");
    public static readonly JsonEncodedText Authentication = LogKind.Encode("authentication");
    public static readonly JsonEncodedText Byok = LogKind.Encode("byok");
    public static readonly JsonEncodedText Wholesale = LogKind.Encode("wholesale");
    public static readonly JsonEncodedText Timings = LogKind.Encode("timings");
    public static readonly JsonEncodedText UsageMetadata = LogKind.Encode("usage_metadata");
}
