using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>The members that filters know. Source: <c>LogFilter</c> of the OpenAPI document.</summary>
internal static class LogFields
{
    public const string CreatedAt = "created_at";
    public const string Id = "id";

    public static readonly string[] Keys =
    [
        Id, CreatedAt, "request_content_type", "response_content_type", "request_type", "success", "cached", "provider", "model",
        "model_type", "cost", "tokens", "tokens_in", "tokens_out", "duration", "feedback", "event_id", "metadata.key",
        "metadata.value", "authentication", "wholesale", "compatibilityMode", "dlp_action", "user_agent",
    ];

    public static LogCondition MakeCondition(string key, LogOperator @operator, IReadOnlyList<LogValue> values) => key switch
    {
        "success" => new LogFlagCondition(LogFlags.Success, @operator, values),
        "cached" => new LogFlagCondition(LogFlags.Cached, @operator, values),
        "authentication" => new LogFlagCondition(LogFlags.Authentication, @operator, values),
        "wholesale" => new LogFlagCondition(LogFlags.Wholesale, @operator, values),
        "compatibilityMode" => new LogFlagCondition(LogFlags.CompatibilityMode, @operator, values),
        "metadata.key" => new LogMetadataCondition(onValues: false, @operator, values),
        "metadata.value" => new LogMetadataCondition(onValues: true, @operator, values),
        "cost" or "tokens" or "tokens_in" or "tokens_out" or "duration" or "feedback" =>
            new LogNumberCondition(NumberReader(key), @operator, values),
        _ => new LogTextCondition(TextReader(key), @operator, values),
    };

    public static LogNumberReader NumberReader(string key) => key switch
    {
        "cost" => static (in LogRow row) => double.IsNaN(row.Cost) ? null : row.Cost,
        "tokens" => static (in LogRow row) => Count(row.TokensIn) + Count(row.TokensOut),
        "tokens_in" => static (in LogRow row) => Count(row.TokensIn),
        "tokens_out" => static (in LogRow row) => Count(row.TokensOut),
        "duration" => static (in LogRow row) => row.Duration,
        "feedback" => static (in LogRow row) => row.Notes?.Feedback,
        "success" => static (in LogRow row) => row.Has(LogFlags.Success) ? 1 : 0,
        _ => static (in LogRow row) => row.Has(LogFlags.Cached) ? 1 : 0,
    };

    public static LogTextReader TextReader(string key) => key switch
    {
        Id => static (in LogRow row) => row.Id,
        CreatedAt => static (in LogRow row) => Timestamp.Format(DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedAt)),
        "request_content_type" => static (in LogRow row) => row.Kind.Traits.RequestContentType,
        "response_content_type" => static (in LogRow row) => row.Kind.Traits.ResponseContentType,
        "request_type" => static (in LogRow row) => row.Kind.Traits.RequestType,
        "provider" => static (in LogRow row) => row.Kind.Traits.Provider,
        "model" => static (in LogRow row) => row.Kind.Traits.Model,
        "model_type" => static (in LogRow row) => row.Kind.Traits.ModelType,
        "event_id" => static (in LogRow row) => row.EventId,
        "dlp_action" => static (in LogRow row) => row.Kind.Traits.DlpAction,
        _ => static (in LogRow row) => row.Kind.Traits.UserAgent,
    };

    private static double? Count(int tokens) => tokens < 0 ? null : tokens;
}
