namespace CloudflareAiGateway;

/// <summary>One setting that an update would change. Secret values are masked.</summary>
internal sealed class GatewayDifference
{
    /// <summary>Makes a difference.</summary>
    /// <param name="setting">The setting as the user knows it, such as <c>CacheTtl</c> or <c>Guardrails.Prompt.S1</c>.</param>
    /// <param name="oldValue">The value now, as text; <c>null</c> in words when there is none.</param>
    /// <param name="newValue">The value after the update, as text.</param>
    public GatewayDifference(string setting, string oldValue, string newValue)
    {
        Setting = setting;
        OldValue = oldValue;
        NewValue = newValue;
    }

    /// <summary>The setting as the user knows it.</summary>
    public string Setting { get; }

    /// <summary>The value now.</summary>
    public string OldValue { get; }

    /// <summary>The value after the update.</summary>
    public string NewValue { get; }

    /// <summary>The difference in one line.</summary>
    /// <returns>Such as <c>CacheTtl: 3600 → 7200</c>.</returns>
    public override string ToString() => $"{Setting}: {OldValue} → {NewValue}";
}
