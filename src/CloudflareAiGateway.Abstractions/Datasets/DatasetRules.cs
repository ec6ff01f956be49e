namespace CloudflareAiGateway;

/// <summary>Which conditions a dataset takes: fewer than the logs themselves (source: <c>aig-config-create-dataset</c>).</summary>
internal static class DatasetRules
{
    /// <summary>What is wrong with a condition.</summary>
    /// <returns>One sentence, and what to use instead; null when the API takes it.</returns>
    public static string? Explain(AiGatewayLogFilter filter) =>
        !TakesKey(filter.Key)
            ? $"A dataset has no filter on {filter.Key}; it takes CreatedAt, RequestContentType, ResponseContentType, Success, Cached, Provider, Model, Cost, Tokens, TokensIn, TokensOut, Duration and Feedback."
            : filter.Operator is not (LogFilterOperator.Eq or LogFilterOperator.Contains or LogFilterOperator.Lt or LogFilterOperator.Gt)
                ? $"A dataset has no operator {filter.Operator}; it takes Eq, Contains, Lt and Gt."
                : filter.Value.Length == 0 ? $"The filter on {filter.Key} has no value." : null;

    private static bool TakesKey(LogFilterKey key) => key is LogFilterKey.CreatedAt
        or LogFilterKey.RequestContentType
        or LogFilterKey.ResponseContentType
        or LogFilterKey.Success
        or LogFilterKey.Cached
        or LogFilterKey.Provider
        or LogFilterKey.Model
        or LogFilterKey.Cost
        or LogFilterKey.Tokens
        or LogFilterKey.TokensIn
        or LogFilterKey.TokensOut
        or LogFilterKey.Duration
        or LogFilterKey.Feedback;
}
