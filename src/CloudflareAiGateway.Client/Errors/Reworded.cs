namespace CloudflareAiGateway.Client;

/// <summary>Says of a failure what a resource knows beyond the API's own words, and keeps everything else that belongs to it.</summary>
internal static class Reworded
{
    /// <summary>The failure in other words.</summary>
    /// <param name="failure">The failure, which becomes the inner exception.</param>
    /// <param name="action">What to do about it.</param>
    /// <param name="message">What went wrong; null to keep the message.</param>
    /// <param name="kind">What kind it is; null to keep the kind.</param>
    /// <param name="isOutcomeOpen">Whether it is open if the service did it.</param>
    public static AiGatewayException As(
        AiGatewayException failure, string action, string? message = null, AiGatewayErrorKind? kind = null, bool isOutcomeOpen = false) =>
        new(kind ?? failure.Kind, message ?? failure.Message, failure)
        {
            StatusCode = failure.StatusCode,
            ApiErrors = failure.ApiErrors,
            RayId = failure.RayId,
            Method = failure.Method,
            PathTemplate = failure.PathTemplate,
            RetryAfter = failure.RetryAfter,
            IsOutcomeOpen = isOutcomeOpen,
            RecommendedAction = action,
        };
}
