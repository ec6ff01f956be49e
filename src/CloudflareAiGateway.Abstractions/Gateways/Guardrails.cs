namespace CloudflareAiGateway;

/// <summary>Content checks on prompts and on model answers.</summary>
public sealed class Guardrails
{
    /// <summary>Checks on what is sent to the model.</summary>
    public GuardrailCategories Prompt { get; set; } = new();

    /// <summary>Checks on what the model answers.</summary>
    public GuardrailCategories Response { get; set; } = new();

    /// <summary>Both sides in one line.</summary>
    /// <returns>Such as <c>Prompt: P1=Block; Response: S1=Flag</c>.</returns>
    public override string ToString() => $"Prompt: {Show(Prompt)}; Response: {Show(Response)}";

    private static string Show(GuardrailCategories? categories)
    {
        string text = categories?.ToString() ?? string.Empty;
        return text.Length == 0 ? "none" : text;
    }
}
