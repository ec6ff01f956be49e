using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>Makes a condition on log rows for -Filter of the log commands. Sends nothing.</summary>
[Cmdlet(VerbsCommon.New, "AiGatewayLogFilter")]
[OutputType(typeof(AiGatewayLogFilter))]
public sealed class NewAiGatewayLogFilterCommand : PSCmdlet
{
    /// <summary>What is compared.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ChoiceTransformation(typeof(LogFilterKey))]
    public LogFilterKey Key { get; set; }

    /// <summary>How it is compared.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ChoiceTransformation(typeof(LogFilterOperator))]
    public LogFilterOperator Operator { get; set; }

    /// <summary>The values: texts, numbers, flags, times.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object?[] Value { get; set; } = Array.Empty<object?>();

    /// <summary>Writes the condition.</summary>
    protected override void ProcessRecord()
    {
        object[] values = Value.Select(v => Plain(v)!).ToArray();
        string? problem = values.Length == 0 ? "A filter needs at least one value."
            : Operator is LogFilterOperator.Lt or LogFilterOperator.Gt && (values.Length != 1 || values[0] is null or bool)
                ? $"{Operator} compares with one number or time; it got {string.Join(", ", values)}."
                : null;
        if (problem is not null)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidLogFilter", problem, Key));
            return;
        }

        WriteObject(new AiGatewayLogFilter { Key = Key, Operator = Operator, Value = values });
    }

    /// <summary>Values as they go over the wire: a time that was typed as text becomes a time.</summary>
    private object? Plain(object? value)
    {
        value = value is PSObject wrapped ? wrapped.BaseObject : value;
        return Key == LogFilterKey.CreatedAt
            && value is string text
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out DateTimeOffset time)
                ? time
                : value;
    }
}
