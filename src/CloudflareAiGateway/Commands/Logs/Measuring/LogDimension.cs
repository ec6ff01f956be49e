using System;
using System.Globalization;

namespace CloudflareAiGateway.Commands;

/// <summary>A dimension that rows are grouped by.</summary>
internal sealed class LogDimension
{
    /// <summary>The dimensions, beside <c>Metadata.&lt;name&gt;</c>.</summary>
    public static readonly string[] Names = { "Provider", "Model", "ModelType", "Day", "Hour", "Gateway", "Success", "Cached", "StatusCode" };

    private const string MetadataPrefix = "Metadata.";

    private readonly Func<AiGatewayLog, object?> _read;

    private LogDimension(string name, Func<AiGatewayLog, object?> read)
    {
        Name = name;
        _read = read;
    }

    /// <summary>The dimension as the user wrote it.</summary>
    public string Name { get; }

    /// <summary>Reads a dimension's name.</summary>
    /// <returns>Null when there is none of that name.</returns>
    public static LogDimension? Parse(string name)
    {
        if (name.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase) && name.Length > MetadataPrefix.Length)
        {
            string key = name.Substring(MetadataPrefix.Length);
            return new LogDimension(name, row => row.Metadata.TryGetValue(key, out object? value) ? value : null);
        }

        return name.ToUpperInvariant() switch
        {
            "PROVIDER" => new LogDimension("Provider", row => row.Provider),
            "MODEL" => new LogDimension("Model", row => row.Model),
            "MODELTYPE" => new LogDimension("ModelType", row => row.ModelType),
            "DAY" => new LogDimension("Day", row => row.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            "HOUR" => new LogDimension("Hour", row => row.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd HH:00", CultureInfo.InvariantCulture)),
            "GATEWAY" => new LogDimension("Gateway", row => row.GatewayId),
            "SUCCESS" => new LogDimension("Success", row => row.Success),
            "CACHED" => new LogDimension("Cached", row => row.Cached),
            "STATUSCODE" => new LogDimension("StatusCode", row => row.StatusCode),
            _ => null,
        };
    }

    /// <summary>The row's value as text.</summary>
    public string Of(AiGatewayLog row) => Convert.ToString(_read(row), CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "(none)";
}
