using System;
using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>Answers of the management API in both of its envelopes.</summary>
internal static class Envelope
{
    public static EmulatedResponse Item(EnvelopeFamily family, ReadOnlyMemory<byte> result, Problem? message = null, int status = 200) => new()
    {
        Status = status,
        Body = JsonBody.Write((family, result, message), static (writer, state) =>
        {
            StartSuccess(writer, state.family, state.message);
            writer.WritePropertyName("result");
            writer.WriteDocument(state.result);
            writer.WriteEndObject();
        }),
    };

    public static EmulatedResponse List(EnvelopeFamily family, ResultSlice slice) => new()
    {
        Body = JsonBody.Write((family, slice), static (writer, state) =>
        {
            StartSuccess(writer, state.family, message: null);
            writer.WriteStartArray("result");
            foreach (ReadOnlyMemory<byte> item in state.slice.Items)
            {
                writer.WriteDocument(item);
            }

            writer.WriteEndArray();
            WriteResultInfo(writer, state.family, state.slice);
            writer.WriteEndObject();
        }),
    };

    public static EmulatedResponse Failure(EnvelopeFamily family, int status, params IReadOnlyList<Problem> problems) => new()
    {
        Status = status,
        Body = JsonBody.Write((family, problems), static (writer, state) =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("success", false);
            writer.WriteStartArray("errors");
            foreach (Problem problem in state.problems)
            {
                WriteProblem(writer, problem);
            }

            writer.WriteEndArray();
            if (state.family == EnvelopeFamily.V4)
            {
                writer.WriteStartArray("messages");
                writer.WriteEndArray();
                writer.WriteNull("result");
            }
            else
            {
                writer.WriteStartObject("result");
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }),
    };

    private static void StartSuccess(Utf8JsonWriter writer, EnvelopeFamily family, Problem? message)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("success", true);
        if (family != EnvelopeFamily.V4)
        {
            return;
        }

        writer.WriteStartArray("errors");
        writer.WriteEndArray();
        writer.WriteStartArray("messages");
        if (message is not null)
        {
            writer.WriteStartObject();
            writer.WriteNumber("code", message.Code);
            writer.WriteString("message", message.Message);
            writer.WriteNull("type");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteResultInfo(Utf8JsonWriter writer, EnvelopeFamily family, ResultSlice slice)
    {
        writer.WriteStartObject("result_info");
        writer.WriteNumber("count", slice.Items.Count);
        writer.WriteNumber("page", slice.Page.Number);
        writer.WriteNumber("per_page", slice.Page.Size);
        writer.WriteNumber("total_count", slice.TotalCount);
        if (family == EnvelopeFamily.V4)
        {
            writer.WriteNumber("total_pages", (slice.TotalCount + slice.Page.Size - 1) / slice.Page.Size);
        }

        writer.WriteEndObject();
    }

    private static void WriteProblem(Utf8JsonWriter writer, Problem problem)
    {
        writer.WriteStartObject();
        writer.WriteNumber("code", problem.Code);
        writer.WriteString("message", problem.Message);
        if (problem.Path is not null)
        {
            writer.WriteStartArray("path");
            foreach (object step in problem.Path)
            {
                if (step is int index)
                {
                    writer.WriteNumberValue(index);
                }
                else
                {
                    writer.WriteStringValue((string)step);
                }
            }

            writer.WriteEndArray();
        }

        if (problem.Chain is not null)
        {
            writer.WriteStartArray("error_chain");
            WriteProblem(writer, problem.Chain);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
