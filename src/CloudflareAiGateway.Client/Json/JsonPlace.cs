using System.Globalization;

namespace CloudflareAiGateway.Client;

/// <summary>A place in a document: as rules name it, and as the user reads it.</summary>
/// <param name="Pattern">Such as <c>spend_limits.rules[].limit</c>.</param>
/// <param name="Shown">Such as <c>SpendLimits.Rules[0].Limit</c>.</param>
internal readonly record struct JsonPlace(string Pattern, string Shown)
{
    /// <summary>A member of the object here.</summary>
    /// <param name="name">The wire name.</param>
    /// <param name="isData">Whether the name is data: any name fits the rule, and it is shown unchanged.</param>
    public JsonPlace Member(string name, bool isData) =>
        new($"{Pattern}.{(isData ? "*" : name)}", $"{Shown}.{(isData ? name : WireSpelling.PascalCase(name))}");

    /// <summary>An item of the list here.</summary>
    public JsonPlace Item(int index) =>
        new(Pattern + "[]", string.Create(CultureInfo.InvariantCulture, $"{Shown}[{index}]"));
}
