using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>The known members of a row by wire name, in the order in which they are exported. The order is part of the format.</summary>
internal static class LogColumns
{
    /// <summary>Names and how to read their values.</summary>
    public static readonly IReadOnlyList<(string Name, Func<AiGatewayLog, object?> Read)> All =
    [
        ("id", row => row.Id),
        ("created_at", row => row.CreatedAt),
        ("provider", row => row.Provider),
        ("model", row => row.Model),
        ("model_type", row => row.ModelType),
        ("path", row => row.Path),
        ("success", row => row.Success),
        ("status_code", row => row.StatusCode),
        ("cached", row => row.Cached),
        ("tokens_in", row => row.TokensIn),
        ("tokens_out", row => row.TokensOut),
        ("cost", row => row.Cost),
        ("custom_cost", row => row.CustomCost),
        ("duration", row => row.Duration),
        ("metadata", row => row.Metadata.Count > 0 ? row.Metadata : null),
        ("event_id", row => row.EventId),
        ("feedback", row => row.Feedback),
        ("score", row => row.Score),
        ("request_type", row => row.RequestType),
        ("request_content_type", row => row.RequestContentType),
        ("response_content_type", row => row.ResponseContentType),
        ("step", row => row.Step),
        ("request_head", row => row.RequestHead),
        ("request_head_complete", row => row.RequestHeadComplete),
        ("request_size", row => row.RequestSize),
        ("response_head", row => row.ResponseHead),
        ("response_head_complete", row => row.ResponseHeadComplete),
        ("response_size", row => row.ResponseSize),
    ];
}
