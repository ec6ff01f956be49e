using System;
using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareAiGateway.Client;

/// <summary>
/// Reads what a failed answer says: <c>errors</c> of the API, <c>error</c> (a list or one object) of the gateway host, a bare
/// <c>message</c>. Anything may be missing, of another type, or not JSON at all.
/// </summary>
internal sealed class ErrorBody
{
    private ErrorBody(IReadOnlyList<ApiError> errors, bool isJson, bool saysFailure, bool isEmpty)
    {
        Errors = errors;
        IsJson = isJson;
        SaysFailure = saysFailure;
        IsEmpty = isEmpty;
    }

    /// <summary>The errors, first the main one; empty when there is none to be found.</summary>
    public IReadOnlyList<ApiError> Errors { get; }

    /// <summary>Whether the body is complete JSON.</summary>
    public bool IsJson { get; }

    /// <summary>Whether it holds <c>success: false</c>.</summary>
    public bool SaysFailure { get; }

    /// <summary>Whether there is no body.</summary>
    public bool IsEmpty { get; }

    /// <summary>Reads a body.</summary>
    /// <param name="body">The bytes as they came.</param>
    /// <param name="scrub">Applied to every text, as services echo what they were sent.</param>
    public static ErrorBody Read(byte[] body, Func<string, string> scrub)
    {
        if (body.Length == 0)
        {
            return new ErrorBody([], isJson: false, saysFailure: false, isEmpty: true);
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            JsonElement root = document.RootElement;
            var errors = new List<ApiError>();
            bool failed = false;
            if (root.ValueKind is JsonValueKind.Object)
            {
                failed = root.TryGetProperty("success", out JsonElement success) && success.ValueKind is JsonValueKind.False;
                Collect(root, "errors", errors, scrub);
                Collect(root, "error", errors, scrub);
                if (errors.Count == 0 && Text(root, "message") is string message)
                {
                    errors.Add(new ApiError(Number(root, "internalCode") ?? Number(root, "code"), scrub(message)));
                }
            }

            return new ErrorBody(errors, isJson: true, failed, isEmpty: false);
        }
        catch (JsonException)
        {
            return new ErrorBody([], isJson: false, saysFailure: false, isEmpty: false);
        }
    }

    private static void Collect(JsonElement root, string member, List<ApiError> errors, Func<string, string> scrub)
    {
        if (!root.TryGetProperty(member, out JsonElement value))
        {
            return;
        }

        if (value.ValueKind is JsonValueKind.Array)
        {
            foreach (JsonElement item in value.EnumerateArray())
            {
                Add(item, errors, scrub);
            }
        }
        else
        {
            Add(value, errors, scrub);
        }
    }

    private static void Add(JsonElement item, List<ApiError> errors, Func<string, string> scrub)
    {
        if (item.ValueKind is JsonValueKind.String)
        {
            errors.Add(new ApiError(null, scrub(item.GetString()!)));
        }
        else if (item.ValueKind is JsonValueKind.Object)
        {
            int? code = Number(item, "code") ?? Number(item, "internalCode");
            string message = Text(item, "message") ?? (code is null ? "no text" : "error " + code);
            errors.Add(new ApiError(code, scrub(message), Path(item)));

            // The general API hides the real cause one level down.
            Collect(item, "error_chain", errors, scrub);
        }
    }

    private static string[]? Path(JsonElement item)
    {
        if (item.TryGetProperty("path", out JsonElement path) && path.ValueKind is JsonValueKind.Array)
        {
            var parts = new List<string>();
            foreach (JsonElement part in path.EnumerateArray())
            {
                parts.Add(part.ValueKind is JsonValueKind.String ? part.GetString()! : part.GetRawText());
            }

            return [.. parts];
        }

        return item.TryGetProperty("source", out JsonElement source) && source.ValueKind is JsonValueKind.Object && Text(source, "pointer") is string pointer
            ? pointer.Split('/', StringSplitOptions.RemoveEmptyEntries)
            : null;
    }

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) && value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    private static int? Number(JsonElement item, string name)
    {
        if (!item.TryGetProperty(name, out JsonElement value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetInt32(out int number) => number,
            JsonValueKind.String when int.TryParse(value.GetString(), System.Globalization.CultureInfo.InvariantCulture, out int number) => number,
            _ => null,
        };
    }
}
