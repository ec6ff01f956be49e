using System;

namespace CloudflareAiGateway;

/// <summary>An object that the API writes as a text with JSON in it. It is read from either form.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class JsonTextAttribute : Attribute
{
}
