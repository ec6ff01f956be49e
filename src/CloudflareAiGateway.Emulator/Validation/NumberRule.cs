using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>A number within bounds.</summary>
internal sealed class NumberRule : Rule
{
    public double Minimum { get; init; } = double.NegativeInfinity;

    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>Whether fractions are refused.</summary>
    public bool Whole { get; init; } = true;

    /// <summary>Whether null is stored as 0.</summary>
    public bool NullIsZero { get; init; }

    /// <summary>The service turns what is missing into a number first, which gives NaN.</summary>
    public override string MissingText => "Expected number, received nan";

    protected override string TypeName => "number";

    protected override JsonNode? NullValue => NullIsZero ? JsonValue.Create(0) : null;

    protected override JsonNode? ReadValue(JsonElement value, PathStep path, RuleContext context)
    {
        if (value.ValueKind != JsonValueKind.Number)
        {
            AddTypeProblem(value, path, context);
            return null;
        }

        double number = value.GetDouble();
        if (Whole && number != double.Truncate(number))
        {
            context.Add(path, "Expected integer, received float");
        }
        else if (number < Minimum)
        {
            context.Add(path, string.Create(CultureInfo.InvariantCulture, $"Number must be greater than or equal to {Minimum}"));
        }
        else if (number > Maximum)
        {
            context.Add(path, string.Create(CultureInfo.InvariantCulture, $"Number must be less than or equal to {Maximum}"));
        }

        // JavaScript has one kind of number: 300.0 comes back as 300. Beyond 2^53 it would lose digits; the text is kept there.
        return number == double.Truncate(number) && number is > -9e15 and < 9e15
            ? JsonValue.Create((long)number)
            : JsonValue.Create(value.Clone());
    }
}
