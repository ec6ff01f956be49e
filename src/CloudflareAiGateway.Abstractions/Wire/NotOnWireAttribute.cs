using System;

namespace CloudflareAiGateway;

/// <summary>A property that the client works out itself; a member of that name in an answer is not read into it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NotOnWireAttribute : Attribute
{
}
