/** Records in, records out: conversion, errors, dead letters, topics. */
@org.jspecify.annotations.NullMarked
package org.vigie.support.events;
