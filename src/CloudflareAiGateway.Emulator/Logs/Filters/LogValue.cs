using System.Globalization;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>A value to compare with, seen in each way in which it can be meant.</summary>
/// <param name="Text">As text; null for null.</param>
/// <param name="Number">As a number; null when it is none.</param>
/// <param name="Flag">As yes or no; null when it is neither.</param>
internal sealed record LogValue(string? Text, double? Number, bool? Flag)
{
    public static readonly LogValue Null = new(null, null, null);

    public static LogValue From(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => Null,
        JsonValueKind.True => new LogValue("true", null, true),
        JsonValueKind.False => new LogValue("false", null, false),
        JsonValueKind.String => From(element.GetString()!),
        _ => From(element.GetRawText()),
    };

    public static LogValue From(string text) => new(text, ReadNumber(text), ReadFlag(text));

    private static double? ReadNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    private static bool? ReadFlag(string text) => text switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => null,
    };
}
