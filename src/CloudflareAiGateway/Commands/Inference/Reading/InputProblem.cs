namespace CloudflareAiGateway.Commands;

/// <summary>Input that is refused before any call.</summary>
internal static class InputProblem
{
    /// <summary>Makes the failure.</summary>
    /// <param name="reason">Which input.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="action">What to do.</param>
    public static AiGatewayException Of(AiGatewayErrorReason reason, string message, string? action = null) =>
        new(AiGatewayErrorKind.Rejected, message) { Reason = reason, RecommendedAction = action };

    /// <summary>A message, tool or form that makes no sense.</summary>
    public static AiGatewayException Prompt(string message, string? action = null) => Of(AiGatewayErrorReason.InvalidPrompt, message, action);
}
