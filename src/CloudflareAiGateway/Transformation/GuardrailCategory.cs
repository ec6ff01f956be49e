using System.Collections.Generic;
using System.Linq;

namespace CloudflareAiGateway.Transformation;

/// <summary>A hazard category of guardrails: its code in the API, and what people call it.</summary>
internal sealed class GuardrailCategory
{
    /// <summary>All categories: prompt injection, and the hazards S1 to S13.</summary>
    public static readonly IReadOnlyList<GuardrailCategory> All = new GuardrailCategory[]
    {
        new("P1", "PromptInjection", "prompt injection"),
        new("S1", "ViolentCrimes", "violent crimes"),
        new("S2", "NonViolentCrimes", "non-violent crimes"),
        new("S3", "SexRelatedCrimes", "sex-related crimes"),
        new("S4", "ChildSexualExploitation", "child sexual exploitation"),
        new("S5", "Defamation", "defamation"),
        new("S6", "SpecializedAdvice", "specialized advice"),
        new("S7", "Privacy", "privacy"),
        new("S8", "IntellectualProperty", "intellectual property"),
        new("S9", "IndiscriminateWeapons", "indiscriminate weapons"),
        new("S10", "Hate", "hate"),
        new("S11", "SuicideAndSelfHarm", "suicide and self-harm"),
        new("S12", "SexualContent", "sexual content"),
        new("S13", "Elections", "elections"),
    };

    private GuardrailCategory(string code, string name, string description)
    {
        Code = code;
        Name = name;
        Description = description;
    }

    /// <summary>The code, which is the property's name.</summary>
    public string Code { get; }

    /// <summary>The name in one word.</summary>
    public string Name { get; }

    /// <summary>The name in words.</summary>
    public string Description { get; }

    /// <summary>Finds a category by code or name, whatever the case, spaces and hyphens.</summary>
    public static GuardrailCategory? Find(string text)
    {
        string plain = Plain(text);
        return All.FirstOrDefault(c => Plain(c.Code) == plain || Plain(c.Name) == plain || Plain(c.Description) == plain);
    }

    private static string Plain(string text) =>
        new string(text.Where(char.IsLetterOrDigit).ToArray()).ToUpperInvariant().Replace("SUICIDESELFHARM", "SUICIDEANDSELFHARM");
}
